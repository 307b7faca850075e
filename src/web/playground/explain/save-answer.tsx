import { useState } from 'react';
import { SaveButton, saveFrom } from '../../explorer/client/save-as.js';
import { useLanguage } from '../../explorer/language/language.js';
import type { Exchange } from '../client/exchange.js';
import { listsIn } from '../client/lists-in.js';
import { useWords } from '../words.js';

/** Saves a list of the last answer with all of its pages, as `/export` does; shows nothing where there is none. */
export function SaveAnswer({ exchange: { answer, request } }: { readonly exchange: Exchange }) {
  const { saving } = useWords();
  const labels = useLanguage();
  const [chosen, setChosen] = useState('');
  const lists = listsIn(answer.data);
  const list = lists.includes(chosen) ? chosen : lists[0];
  if (list === undefined) return null;
  return (
    <span className="answer-saving">
      {lists.length > 1 && (
        <select aria-label={saving.list} value={list} onChange={({ target }) => setChosen(target.value)}>
          {lists.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )}
      {['csv', 'xlsx'].map((format) => (
        <SaveButton
          key={format}
          format={format.toUpperCase()}
          save={() => saveFrom(`/export/${list}.${format}?labels=${labels}`, request)}
        />
      ))}
    </span>
  );
}
