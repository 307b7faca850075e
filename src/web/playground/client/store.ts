import { useSyncExternalStore } from 'react';

/** A value that what asks, outside of React, shares with the panes. */
export class Store<Value> {
  private value: Value;
  private readonly watchers = new Set<() => void>();

  constructor(value: Value) {
    this.value = value;
  }

  readonly get = (): Value => this.value;

  readonly set = (value: Value): void => {
    this.value = value;
    for (const watcher of this.watchers) watcher();
  };

  /** Calls `watcher` after each change until the function that it gives back is called. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };
}

/** The value of a cell, and again whenever it changes. */
export const useStore = <Value>(store: Store<Value>): Value => useSyncExternalStore(store.watch, store.get);
