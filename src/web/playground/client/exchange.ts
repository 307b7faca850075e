import { Store } from './store.js';

/** What an operation costs, as `extensions.cost` says it (docs/http.md). */
export interface Cost {
  readonly requested: number;
  readonly limit: number;
  readonly mostExpensive: { readonly path: string; readonly cost: number } | null;
}

/** One of Neo4j's operators with those that feed it. */
export interface Operator {
  readonly operator: string;
  readonly details?: string;
  readonly rows: number;
  readonly dbHits: number;
  readonly children: readonly Operator[];
}

/** A statement that was sent to the database. */
export interface Statement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly planReused: boolean;
  readonly databaseMilliseconds: number;
  readonly operators?: Operator | null;
}

/** How an operation was executed, as `extensions.explain` says it; times in milliseconds. */
export interface Explanation {
  readonly milliseconds: { readonly compile: number; readonly database: number; readonly assemble: number };
  readonly statements: readonly Statement[];
}

export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly messageJa?: string };
}

/** An answer of the API. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly ApiError[];
  readonly extensions?: { readonly cost?: Cost; readonly explain?: Explanation };
}

/** An operation as it was sent. */
interface Sent {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName: string | null;
}

/** An operation that was answered, and how long that took from here, in milliseconds. */
export interface Exchange {
  readonly request: Sent;
  readonly answer: Answer;
  readonly milliseconds: number;
}

/** What is asked for beside the answer. */
export interface Choices {
  /** Neo4j's operators of each statement; they make it slower. */
  readonly profile: boolean;
  /** Whether the answer is shown with its `extensions`, which the panes show otherwise. */
  readonly showExtensions: boolean;
}

export const choices = new Store<Choices>({ profile: false, showExtensions: false });

/** Why the schema could not be read when that was tried last; null where it was. */
export const schemaError = new Store<ApiError | null>(null);

/** The last operation that was answered; null before the first. */
export const lastExchange = new Store<Exchange | null>(null);
