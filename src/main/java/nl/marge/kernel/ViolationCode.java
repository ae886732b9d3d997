package nl.marge.kernel;

import java.util.Locale;

/**
 * Every reason Marge gives for a "no", in order of precedence: what is listed first is reported first. The groups are
 * those of the contract: shape of the request, form of the content, existence, blocking, validity, hierarchy, policy,
 * combination, period, balance, conflict with what is stored.
 */
public enum ViolationCode {
    JSON_UNREADABLE,
    ENCODING_INVALID,
    MEMBER_REPEATED,
    MEMBER_UNKNOWN,
    TYPE_WRONG,
    PARAMETER_UNKNOWN,
    PARAMETER_INVALID,

    EXTERNAL_ID_MISSING,
    EXTERNAL_ID_INVALID,
    SOURCE_INVALID,
    KIND_UNKNOWN,
    SCENARIO_INVALID,
    POSTING_DATE_MISSING,
    POSTING_DATE_INVALID,
    MEMBERSHIP_DATE_INVALID,
    CURRENCY_UNKNOWN,
    CURRENCY_NOT_SUPPORTED,
    RATE_TYPE_INVALID,
    TEXT_INVALID,
    SPLIT_INVALID,
    ENTRY_WITHOUT_LINES,
    ENTRY_TOO_LARGE,
    AMOUNT_MISSING,
    AMOUNT_MALFORMED,
    AMOUNT_SCALE,
    AMOUNT_LIMIT,
    COMPANY_AMOUNT_MISSING,
    COMPANY_AMOUNT_INVALID,
    QUANTITY_MALFORMED,

    CODE_INVALID,
    CODE_REPEATED,
    VALUE_MISSING,
    VALUE_INVALID,

    ACCOUNT_UNKNOWN,
    DIMENSION_UNKNOWN,
    DIMENSION_VALUE_UNKNOWN,
    LINE_UNKNOWN,
    STATEMENT_LINE_UNKNOWN,
    EXCHANGE_RATE_MISSING,
    EXCHANGE_RATE_UNUSABLE,

    ACCOUNT_BLOCKED,
    DIMENSION_BLOCKED,
    DIMENSION_VALUE_BLOCKED,
    DIMENSION_VALUE_NOT_VALID,
    DIMENSION_VALUE_NOT_LEAF,
    DIMENSION_LOCKED,
    LINE_NOT_RECLASSIFIABLE,
    SELECTION_TOO_LARGE,
    SELECTION_EMPTY,
    DIMENSION_REQUIRED,
    DIMENSION_FIXED,
    DIMENSION_FORBIDDEN,
    DIMENSION_VALUE_NOT_ALLOWED,
    COMBINATION_BLOCKED,
    COMBINATION_LIMITED,

    STATEMENT_LINE_REQUIRED,
    STATEMENT_LINE_FORBIDDEN,
    HIERARCHY_CYCLE,
    HIERARCHY_TOO_DEEP,
    MEMBERSHIP_CYCLE,
    MEMBERSHIP_SOURCE_TAKEN,
    PRIORITY_TAKEN,
    STATEMENT_INCOMPLETE,
    FIXED_ONCE_POSTED,

    PERIOD_CLOSED,
    PERIOD_SOFT_CLOSED,
    PERIOD_FUTURE,
    ACCOUNT_TYPE_NOT_ALLOWED,
    ENTRY_UNBALANCED,

    EXTERNAL_ID_REUSED,
    IDEMPOTENCY_KEY_REUSED,
    IDEMPOTENCY_KEY_IN_USE,
    ALREADY_REVERSED,
    REVERSAL_IS_FINAL,
    REVERSED_BY_UNDO,
    LINE_MOVED,
    NOT_OPEN,
    NOT_VALIDATED,
    NOT_APPLIED,
    NOT_LATEST,
    QUARANTINE_SETTLED,
    IN_USE,
    VERSION_CHANGED,

    REPORT_TOO_LARGE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Whether the request would be well but for what is stored. */
    public boolean isConflict() {
        return this == FIXED_ONCE_POSTED || compareTo(EXTERNAL_ID_REUSED) >= 0 && compareTo(VERSION_CHANGED) <= 0;
    }

    /** The code as the contract writes it: {@code amount_scale}. */
    public String code() {
        return code;
    }
}
