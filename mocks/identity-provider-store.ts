/** Where the imitated identity provider keeps its sessions, codes and tokens: in memory, gone when it stops. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** A factory of stores, one for each kind of thing that the provider keeps. */
export function createMemoryStores(): (kind: string) => Adapter {
  const stores = new Map<string, Map<string, Entry>>();
  return (kind) => {
    const entries = stores.get(kind) ?? new Map<string, Entry>();
    stores.set(kind, entries);
    const live = (id: string) => {
      const entry = entries.get(id);
      if (entry !== undefined && entry.expiresAt <= Date.now()) entries.delete(id);
      return entries.get(id)?.payload;
    };
    const search = (wanted: (payload: AdapterPayload) => boolean) => {
      for (const id of entries.keys()) {
        const payload = live(id);
        if (payload !== undefined && wanted(payload)) return payload;
      }
      return undefined;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        entries.set(id, { payload, expiresAt: Date.now() + (expiresIn || 86_400) * 1000 });
      },
      find: async (id) => live(id),
      findByUid: async (uid) => search((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => search((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = live(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        entries.delete(id);
      },
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id);
      },
    };
  };
}
