import { GraphiQL } from 'graphiql';
import { usePreferences } from '../explorer/site/preferences.js';
import { fetcher } from './client/fetcher.js';
import type { LinkedOperation } from './client/link.js';
import { welcome } from './client/welcome.js';
import { AnswerSummary } from './explain/answer-summary.js';
import { AccessibilityFixes } from './frame/accessibility-fixes.js';
import { CopyLink } from './frame/copy-link.js';
import { EditorTheme } from './frame/editor-theme.js';
import { Header } from './frame/header.js';
import { PageAddress } from './frame/page-address.js';
import { galleryPlugin, PaneTop, plugins, showPane } from './frame/plugins.js';
import { RunLink } from './frame/run-link.js';
import { Translated } from './frame/translated.js';

/** GraphiQL with the gallery of examples and the account of what operations take; `link` opens in a tab. */
export function Playground({ link }: { readonly link: LinkedOperation | null }) {
  const { theme } = usePreferences();
  return (
    <>
      <Header />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          visiblePlugin={galleryPlugin}
          onTogglePluginVisibility={showPane}
          forcedTheme={theme}
          defaultQuery={welcome}
          defaultEditorToolsVisibility="variables"
          inputValueDeprecation
          schemaDescription
          {...(link && { initialQuery: link.query, initialVariables: link.variables })}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <CopyLink />
              </>
            )}
          </GraphiQL.Toolbar>
          <GraphiQL.Footer>
            <EditorTheme />
            <AccessibilityFixes />
            <Translated />
            <PageAddress />
            <PaneTop />
            <RunLink link={link} />
            <AnswerSummary />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </>
  );
}
