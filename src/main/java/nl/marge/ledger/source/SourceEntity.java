package nl.marge.ledger.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import nl.marge.ledger.setting.SourceSetting;

/** The row of a source. */
@Entity
@Table(name = "source_setting")
@IdClass(SourceKey.class)
class SourceEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(length = 64)
    String code;

    @Column(length = 32)
    String mode;

    @Column(name = "late_lines", length = 16)
    String lateLines;

    long version;

    void copy(SourceSetting setting) {
        mode = setting.mode().name();
        lateLines = setting.lateLines().name();
        version = setting.version();
    }
}
