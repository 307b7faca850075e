import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState } from 'react';
import type { Operation } from './link.js';

/**
 * Opens an operation in a tab and runs it: in the tab that has it already, else in the empty one, else in a new one. Until
 * the editors are there it waits for them.
 */
export function useOpenAndRun(): (operation: Operation) => void {
  const { addTab, changeTab, run, setOperationName, stop, updateActiveTabValues } = useGraphiQLActions();
  const { activeTabIndex, tabs, queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    activeTabIndex: state.activeTabIndex,
    tabs: state.tabs,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));
  const [wanted, setWanted] = useState<Operation | null>(null);

  useEffect(() => {
    if (!wanted || !queryEditor || !variableEditor || !responseEditor) return;
    setWanted(null);
    const { query, variables, operationName } = wanted;
    // A tab runs one operation at a time: with one under way, running would only stop it.
    stop();
    const same = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (same >= 0 && same !== activeTabIndex) changeTab(same);
    if (same < 0) {
      if (queryEditor.getValue().trim()) addTab();
      queryEditor.setValue(query);
      variableEditor.setValue(variables);
      updateActiveTabValues({ query, variables });
    }
    // The editor would tell of the name only a moment later.
    setOperationName(operationName ?? '');
    run();
    // On a narrow screen the editors are below what was clicked.
    queryEditor.getContainerDomNode().closest('.graphiql-sessions')?.scrollIntoView({ block: 'start' });
  });
  return setWanted;
}
