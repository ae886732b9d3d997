package nl.marge.ledger.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import nl.marge.ledger.Account;

/** The row of an account. */
@Entity
@Table(name = "account")
@IdClass(AccountKey.class)
class AccountEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    int id;

    @Column(length = 64, updatable = false)
    String code;

    @Column(length = 200)
    String name;

    @Column(length = 16)
    String type;

    @Column(name = "statement_line", length = 64)
    String statementLine;

    boolean blocked;

    @Column(length = 16)
    String purpose;

    long version;

    void copy(Account account) {
        name = account.name();
        type = account.type().name();
        statementLine = account.statementLine().orElse(null);
        blocked = account.blocked();
        purpose = account.purpose().orElse(null);
        version = account.version();
    }
}
