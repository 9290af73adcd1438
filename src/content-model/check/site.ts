import type { Day } from '../../domain/day.ts';
import type { KindName } from '../collections.ts';
import { isPublished } from '../localize.ts';
import type { SitePages } from './addresses.ts';
import { isSource, type ContentFile } from './file.ts';

/** What the rules need to know of the whole site. */
export class Site {
  readonly languages: readonly string[];
  readonly pages: SitePages;
  /** Addresses of the files of `public/`: `/portal/logo.svg`. */
  readonly publicFiles: ReadonlySet<string>;
  readonly today: Day;
  /** Names of headings of the pages whose text is content, by language and page: `it/assistenza`. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #files = new Map<string, ContentFile>();
  readonly #slugs = new Map<KindName, Set<string>>();

  constructor(
    files: readonly ContentFile[],
    about: Pick<Site, 'languages' | 'pages' | 'publicFiles' | 'today' | 'anchors'>,
  ) {
    this.languages = about.languages;
    this.pages = about.pages;
    this.publicFiles = about.publicFiles;
    this.today = about.today;
    this.anchors = about.anchors;
    for (const file of files) {
      this.#files.set(`${file.kind}/${file.locale}/${file.slug}`, file);
      if (!isSource(file)) continue;
      const slugs = this.#slugs.get(file.kind) ?? new Set();
      this.#slugs.set(file.kind, slugs.add(file.slug));
    }
  }

  /** The names of the Italian files of a kind. */
  slugs(kind: KindName): ReadonlySet<string> {
    return this.#slugs.get(kind) ?? new Set();
  }

  /** A content in a language. */
  file(kind: KindName, locale: string, slug: string): ContentFile | undefined {
    return this.#files.get(`${kind}/${locale}/${slug}`);
  }

  /** Whether an Italian file is on the site today. */
  isPublished({ fields }: ContentFile): boolean {
    return isPublished(
      { updated: this.today, publishAt: fields.day('publishAt'), expiresAt: fields.day('expiresAt') },
      this.today,
    );
  }
}
