import { HealthBlock } from '../health/HealthViews.tsx';
import { NoticesBlock } from '../notices/NoticesBlock.tsx';
import { PaymentsBlock } from '../payments/PaymentsBlock.tsx';
import { SuggestionsBlock } from '../catalogue/SuggestionsBlock.tsx';
import type { AreaLists } from './lists.ts';
import { Todo } from './Todo.tsx';

/** The overview: what to do first, then a block per source; each loads, fails and is tried again by itself. */
export function Overview({ lists }: { lists: AreaLists }) {
  return (
    <>
      <Todo payments={lists.payments} notices={lists.notices} />
      <NoticesBlock list={lists.notices} />
      <PaymentsBlock list={lists.payments} />
      <HealthBlock list={lists.health} />
      <SuggestionsBlock list={lists.suggestions} />
    </>
  );
}
