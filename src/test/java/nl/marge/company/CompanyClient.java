package nl.marge.company;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;

/** Speaks to the service over HTTP in the words of tests about one company. */
public final class CompanyClient {

    private static final String COMPANIES = "/api/v1/companies/";

    private final String code;

    private CompanyClient(String code) {
        this.code = code;
    }

    /** A client of a company whose code nobody else uses; it need not exist. */
    public static CompanyClient of(String code) {
        return new CompanyClient(code);
    }

    /** A client of a new company in euros, which has reference version 1. */
    public static CompanyClient ofNew(String code) {
        CompanyClient client = new CompanyClient(code);
        client.put("", "{\"name\":\"" + code + " BV\",\"currency\":\"EUR\"}").statusCode(201);
        return client;
    }

    public String code() {
        return code;
    }

    /** PUTs JSON to a path below the company. */
    public ValidatableResponse put(String path, String json) {
        return given().contentType("application/json").body(json).put(url(path)).then();
    }

    /** PUTs JSON, provided the resource still has a version. */
    public ValidatableResponse putIfMatch(String path, String tag, String json) {
        return given().contentType("application/json")
                .header("If-Match", tag)
                .body(json)
                .put(url(path))
                .then();
    }

    /** PUTs a body of another content type. */
    public ValidatableResponse put(String path, String contentType, byte[] body) {
        return given().contentType(contentType).body(body).put(url(path)).then();
    }

    public ValidatableResponse get(String path) {
        return given().get(url(path)).then();
    }

    public ValidatableResponse delete(String path) {
        return given().delete(url(path)).then();
    }

    private String url(String path) {
        return COMPANIES + code + path;
    }
}
