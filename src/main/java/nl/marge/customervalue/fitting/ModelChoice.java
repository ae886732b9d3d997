package nl.marge.customervalue.fitting;

import java.util.List;
import nl.marge.customervalue.model.ModelKind;

/** Which model of buying and leaving is wanted. */
public enum ModelChoice {
    /** BG/NBD or MBG/NBD: the one that erred less in the time held out, without any the more likely one. */
    AUTO(ModelKind.BGNBD, ModelKind.MBGNBD),
    BGNBD(ModelKind.BGNBD),
    MBGNBD(ModelKind.MBGNBD),
    PARETONBD(ModelKind.PARETONBD),
    /** Contracts, which are renewed or end at the end of each period. */
    SBG;

    private final List<ModelKind> kinds;

    ModelChoice(ModelKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** The models of purchases to try; none for contracts. */
    List<ModelKind> kinds() {
        return kinds;
    }
}
