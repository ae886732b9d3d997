package nl.marge.allocation.pool;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.setting.CostPool;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cost pool as the contract shows it. */
@Schema(
        name = "CostPool",
        description = "Cost that is gathered to be allocated.",
        requiredProperties = {"accounts"})
@JsonPropertyOrder({"code", "name", "accounts", "filter", "unit"})
record PoolBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the pool; rules and receivers name it.")
        String code,

        @Schema(maxLength = 200, description = "The code when absent.")
        String name,

        @Schema(minItems = 1, maxItems = 1_000, description = "Codes, beginnings (`47*`), ranges (`4000..4999`).")
        List<String> accounts,

        @Schema(description = "Which of their lines, as reports have it; empty = every line.")
        String filter,

        @Schema(description = "Of the practical capacity; null where the pool has none.")
        Optional<String> unit) {

    static final String EXAMPLE = """
            {"code":"SUPPORT","name":"Support","accounts":["4600","47*"],"filter":"COST_CENTER:SUP","unit":"MINUTE"}""";

    static final String TWO = """
            [{"code":"SUPPORT","name":"Support","accounts":["4600","47*"],"filter":"COST_CENTER:SUP","unit":"MINUTE"},
             {"code":"IT","name":"IT","accounts":["4500..4599"]}]""";

    PoolBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(accounts, "accounts");
        requireNonNull(filter, "filter");
        requireNonNull(unit, "unit");
    }

    static PoolBody of(CostPool pool) {
        return new PoolBody(pool.code(), pool.name(), pool.accounts(), pool.filter(), pool.unit());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "CostPoolPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<PoolBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
