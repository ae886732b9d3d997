package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.grouping.GroupTable;

/** Cells over every line of the entries up to {@code number}, and what their groups stand for. */
public record Answer(GroupTable groups, Cells cells, long number) {
    public Answer {
        requireNonNull(groups, "groups");
        requireNonNull(cells, "cells");
    }
}
