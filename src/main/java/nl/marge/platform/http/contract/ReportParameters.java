package nl.marge.platform.http.contract;

import static nl.marge.platform.http.contract.StandardParameters.oneOf;
import static nl.marge.platform.http.contract.StandardParameters.query;
import static nl.marge.platform.http.contract.StandardParameters.text;

import org.eclipse.microprofile.openapi.models.Components;

/** The parameters by which every report chooses and groups lines, each once. */
final class ReportParameters {

    private ReportParameters() {}

    static void define(Components components) {
        components
                .addParameter(
                        "by",
                        query(
                                        "by",
                                        "The axes of the report: dimensions separated by commas, each with @ and a"
                                                + " level of its hierarchy where not the value itself is meant; none ="
                                                + " the company as a whole.",
                                        text())
                                .example("SEGMENT,REGION@1"))
                .addParameter(
                        "rankedBy",
                        query(
                                        "by",
                                        "What is ranked: one dimension or several separated by commas, each with @ and"
                                                + " a level of its hierarchy where not the value itself is meant.",
                                        text())
                                .required(true)
                                .example("CUSTOMER"))
                .addParameter(
                        "filter",
                        query(
                                        "filter",
                                        "Which lines count: terms separated by semicolons that all must hold, a"
                                                + " dimension, a colon and values separated by commas of which one"
                                                + " must hold; * behind a value takes all below it too, nothing is the"
                                                + " unassigned.",
                                        text())
                                .example("REGION:EU*,NL;CHANNEL:WEB"));
        defineChoices(components);
        defineCustomers(components);
    }

    private static void defineCustomers(Components components) {
        components
                .addParameter(
                        "customersOf",
                        query("of", "The dimension whose values are the customers.", text().defaultValue("CUSTOMER"))
                                .example("CUSTOMER"))
                .addParameter(
                        "customerMeasure",
                        query(
                                        "measure",
                                        "The subtotal of the statement that is the profit of a customer; margin is"
                                                + " told before what acquisition cost.",
                                        text().defaultValue("CM4"))
                                .example("CM4"));
    }

    private static void defineChoices(Components components) {
        components
                .addParameter(
                        "membership",
                        query(
                                        "membership",
                                        "As of when values belong to others: AS_WAS by each line's membership date,"
                                                + " AS_IS today in the company's time zone, AS_OF: with a day.",
                                        text().pattern("^(AS_WAS|AS_IS|AS_OF:[0-9]{4}-[0-9]{2}-[0-9]{2})$")
                                                .defaultValue("AS_WAS"))
                                .example("AS_OF:2026-06-30"))
                .addParameter(
                        "kinds",
                        query(
                                        "kinds",
                                        "Kinds of entries separated by commas: JOURNAL, COST, CLOSING, ALLOCATION,"
                                                + " RECLASSIFICATION; all but CLOSING unless named.",
                                        text())
                                .example("JOURNAL,COST"))
                .addParameter("scenario", query("scenario", "The scenario.", text().defaultValue("ACTUAL")))
                .addParameter(
                        "allocation",
                        query(
                                "allocation",
                                "BEFORE leaves allocation entries out.",
                                oneOf("AFTER", "BEFORE").defaultValue("AFTER")))
                .addParameter(
                        "asOfRecorded",
                        query(
                                        "asOfRecorded",
                                        "The report as known at an instant that has passed: entries, memberships,"
                                                + " hierarchies, accounts, statement and names recorded up to then;"
                                                + " today is the day it was then.",
                                        text().format("date-time"))
                                .example("2026-04-01T08:00:00Z"))
                .addParameter(
                        "account",
                        query("account", "Accounts by code, separated by commas; all when absent.", text())
                                .example("8000,8010"));
    }
}
