import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Operation } from './link.js';

/** Opens an operation in a tab and runs it: in the tab that has it already, else in the empty one, else in a new one. */
export function useOpenAndRun(): (operation: Operation) => void {
  const { addTab, changeTab, run, setOperationName, stop, updateActiveTabValues } = useGraphiQLActions();
  const { activeTabIndex, queryEditor, tabs, variableEditor } = useGraphiQL((state) => ({
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    tabs: state.tabs,
    variableEditor: state.variableEditor,
  }));
  return ({ query, variables, operationName }) => {
    // A tab runs one operation at a time: with one under way, running would only stop it.
    stop();
    const same = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (same >= 0 && same !== activeTabIndex) changeTab(same);
    else if (same < 0 && queryEditor?.getValue().trim()) addTab();
    if (same < 0) {
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
      updateActiveTabValues({ query, variables });
    }
    // The editor would tell of the name only a moment later.
    setOperationName(operationName ?? '');
    run();
  };
}
