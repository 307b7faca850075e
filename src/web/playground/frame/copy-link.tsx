import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { copyText } from '../../explorer/client/copy-text.js';
import { linkTo } from '../client/link.js';
import { useWords } from '../words.js';
import { LinkIcon } from './icons.js';

/** Copies an address that opens the playground with the operation of this tab, to be mailed. */
export function CopyLink() {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const { queryEditor, variableEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    operationName: state.operationName,
  }));
  const copy = async () => {
    const address = linkTo({
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue() ?? '',
      operationName: operationName ?? null,
    });
    setCopied(await copyText(`${location.origin}${address}`));
  };
  return (
    <ToolbarButton
      label={copied ? words.copied : words.copyLink}
      onClick={copy}
      onPointerLeave={() => setCopied(false)}
    >
      <LinkIcon />
    </ToolbarButton>
  );
}
