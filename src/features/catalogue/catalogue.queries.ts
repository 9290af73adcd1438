import { sourceList } from '../../platform/browser/sources.ts';
import { suggestion } from './model.ts';

/** Suggested services, with their texts in the reader's language. */
export function suggestionsList(locale: string) {
  return sourceList(`suggestions-${locale}`, `/suggestions?${new URLSearchParams({ locale })}`, suggestion);
}
