/**
 * What a document can list wholly: the targets of one relationship of a thing, such as the SDGs of a policy item, by the
 * name that the relationship has in the model.
 */
export interface Scope {
  /** The id of the thing. */
  readonly subject: string;
  readonly field: string;
  /** Only those of a role, such as outcome indicators. */
  readonly role: string | null;
}

export const scopeOf = (subject: string, field: string, role: string | null = null): Scope => ({
  subject,
  field,
  role,
});

/** The parts of a scope, in an order in which they tell it apart. */
export const partsOf = ({ subject, field, role }: Scope): readonly string[] => [
  subject,
  field,
  ...(role === null ? [] : [role]),
];
