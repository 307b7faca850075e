import { Link, useParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { ThingDocument } from '../../graphql/graphql.js';
import { PageTitle } from '../../parts/page-title.js';
import { idAtStage } from '../../site/stages.js';
import { useView } from '../../site/view.js';
import { pageType } from '../types/all.js';
import { EntityView } from './entity-view.js';
import { RecordView } from './record-view.js';
import './thing.css';
import { useThingWords } from './words.js';

/** The page of anything that has an id: `/things/honjo:measure:5-2-3`. */
export function ThingPage() {
  const { id = '' } = useParams();
  const { stage } = useView();
  const { answer } = useAnswer(ThingDocument, { id, shown: idAtStage(id, stage) });
  const { node, shown } = answer;
  const presence = (shown && 'presence' in shown && shown.presence) || null;
  const type = node && pageType(node.__typename);
  if (!type) return <UnknownThing id={id} />;
  if ('name' in node) return <EntityView key={id} thing={node} type={type} presence={presence} />;
  return <RecordView key={id} id={id} type={type} />;
}

function UnknownThing({ id }: { readonly id: string }) {
  const { notFound } = useThingWords();
  const { link } = useView();
  return (
    <div className="notice stack">
      <PageTitle title={notFound.title} />
      <p>{notFound.text(id)}</p>
      <Link className="button" to={link('/search', { q: id.split(':').at(-1) ?? '' })}>
        {notFound.search}
      </Link>
    </div>
  );
}
