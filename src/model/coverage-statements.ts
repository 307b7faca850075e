/** What one statement of coverage says: which of a thing's fields a document lists wholly. */
export interface CoverageStatement {
  readonly subject: string;
  readonly field: string;
  /** Only those of a role; null for all. */
  readonly role: string | null;
  /** Null outside the planning cycle: it holds at every stage. */
  readonly stage: string | null;
}

/** The statements of coverage of a city or several, by what they are about. */
export class CoverageStatements {
  private readonly bySubject = new Map<string, Map<string, CoverageStatement[]>>();
  private readonly roles = new Map<string, Set<string>>();

  constructor(statements: Iterable<CoverageStatement>) {
    for (const statement of statements) {
      const { subject, field, role } = statement;
      const fields = this.bySubject.get(subject) ?? new Map<string, CoverageStatement[]>();
      this.bySubject.set(subject, fields.set(field, [...(fields.get(field) ?? []), statement]));
      if (role !== null) this.roles.set(field, (this.roles.get(field) ?? new Set()).add(role));
    }
  }

  /** Nothing is known of what the documents cover. */
  get isEmpty(): boolean {
    return this.bySubject.size === 0;
  }

  /** Whether any part of a field is listed: at a stage, or for null at one or another. */
  lists(subject: string, field: string, stage: string | null): boolean {
    return this.about(subject, field, stage).length > 0;
  }

  /** Whether the whole of a field is listed; where all that is said of it is said by role, for every role that is told apart. */
  listsAll(subject: string, field: string, stage: string | null): boolean {
    const said = this.about(subject, field, stage);
    if (said.some(({ role }) => role === null)) return true;
    return said.length > 0 && [...(this.roles.get(field) ?? [])].every((role) => said.some((one) => one.role === role));
  }

  private about(subject: string, field: string, stage: string | null): readonly CoverageStatement[] {
    const said = this.bySubject.get(subject)?.get(field) ?? [];
    return stage === null ? said : said.filter((one) => one.stage === stage || one.stage === null);
  }
}
