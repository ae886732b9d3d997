package nl.marge.company;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of companies, for writing. */
@ApplicationScoped
class CompanyRepository implements PanacheRepositoryBase<CompanyEntity, Integer> {}
