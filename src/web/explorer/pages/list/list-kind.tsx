import type { ReactNode } from 'react';
import type { ListField } from '../../parts/lists.js';
import type { ListDeclaration } from './list-declaration.js';
import { ListView } from './list-view.js';

/** A list that has a page. */
export interface ListKind {
  readonly field: ListField;
  readonly type: string;
  readonly view: () => ReactNode;
}

/** Makes a page of a declaration; what its rows and filters are is known to nothing else. */
export const listKind = <Field extends ListField, Row extends { readonly id: string }, Filter extends object, Choices>(
  declaration: ListDeclaration<Field, Row, Filter, Choices>,
): ListKind => ({
  field: declaration.field,
  type: declaration.type,
  view: () => <ListView declaration={declaration} />,
});
