interface ImportMetaEnv {
  /** Whether a server stands behind the pages: the static demo has none. */
  readonly HAS_SERVER: boolean;
}
