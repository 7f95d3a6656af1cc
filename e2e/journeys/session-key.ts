import type { Desk } from '../desk.ts'
import { awake } from './fixtures.ts'

/** What whoever runs in the extension gets of the session's key: whether it may be exported, and what comes of it. */
type Seen = { extractable: boolean; exported: string[] }

/** The key of the session in the browser's own store, as the worker finds it; null where there is none. */
export const sessionKeyOf = async (desk: Desk): Promise<Seen | null> =>
  (await awake(desk)).evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('cloison-session')
      opening.onsuccess = () => {
        resolve(opening.result)
      }
      opening.onerror = () => {
        reject(new Error('no database'))
      }
    })
    if (!database.objectStoreNames.contains('key')) return null
    const kept = await new Promise<{ privateKey: CryptoKey } | undefined>((resolve) => {
      const reading = database.transaction('key').objectStore('key').get('key') as IDBRequest<
        { privateKey: CryptoKey } | undefined
      >
      reading.onsuccess = () => {
        resolve(reading.result)
      }
    })
    database.close()
    if (kept === undefined) return null
    const exported = []
    for (const format of ['jwk', 'pkcs8'] as const)
      exported.push(
        await crypto.subtle.exportKey(format, kept.privateKey).then(
          () => 'exported',
          (error: unknown) => (error as DOMException).name,
        ),
      )
    return { extractable: kept.privateKey.extractable, exported }
  })

/** Takes the key away, as whoever clears a browser's data does. */
export const dropSessionKey = async (desk: Desk): Promise<void> =>
  (await awake(desk)).evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('cloison-session')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('key', 'readwrite')
          writing.objectStore('key').clear()
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
