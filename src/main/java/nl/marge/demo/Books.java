package nl.marge.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.company.CompanyDetails;
import nl.marge.dimension.definition.DimensionCommand;
import nl.marge.dimension.definition.ValueCommand;
import nl.marge.dimension.membership.MembershipCommand;
import nl.marge.ledger.account.AccountCommand;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.ReversalCommand;

/** All that is sent to open a company and fill its books, in the order in which it is sent. */
record Books(
        String company,
        CompanyDetails details,
        List<AccountCommand> accounts,
        List<Axis> axes,
        List<Members> members,
        List<EntryCommand> entries,
        Optional<Undoing> undoing) {

    Books {
        requireNonNull(company, "company");
        requireNonNull(details, "details");
        accounts = List.copyOf(accounts);
        axes = List.copyOf(axes);
        members = List.copyOf(members);
        entries = List.copyOf(entries);
        requireNonNull(undoing, "undoing");
    }

    /** A dimension with its values. */
    record Axis(DimensionCommand dimension, List<ValueCommand> values) {
        Axis {
            requireNonNull(dimension, "dimension");
            values = List.copyOf(values);
        }
    }

    /** The memberships of one dimension's values in another. */
    record Members(String source, String target, List<MembershipCommand> memberships) {
        Members {
            requireNonNull(source, "source");
            requireNonNull(target, "target");
            memberships = List.copyOf(memberships);
        }
    }

    /** The reversal of an entry that was a mistake. */
    record Undoing(String externalId, ReversalCommand command) {
        Undoing {
            requireNonNull(externalId, "externalId");
            requireNonNull(command, "command");
        }
    }
}
