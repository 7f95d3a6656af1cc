/**
 * Secret keys as types of their own, 32 bytes each but shares, so that the compiler refuses one in another's place. From
 * `random` or from HKDF. A brand is a name, not a vault: whoever holds the bytes holds the key. The casts live here only.
 */
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { randomBytes } from './random.ts'

type Secret<Name extends string> = Bytes & { readonly __secret: Name }

/** A member's root: derives sign, receive, self and cache keys. */
export type MemberSeed = Secret<'MemberSeed'>
/** One generation of a team: derives its receive key, wraps the generation before. */
export type TeamSeed = Secret<'TeamSeed'>
/** One generation of a folder: derives its receive key and every item's part keys, wraps the generation before. */
export type FolderKey = Secret<'FolderKey'>
/** Opens a member seed; from the hardware key and the PIN together (P2). */
export type UnlockKey = Secret<'UnlockKey'>
/** AEAD key for what a member keeps for themself on the server. */
export type SelfKey = Secret<'SelfKey'>
/** AEAD key for what a member's desk keeps on disk (P10). */
export type CacheKey = Secret<'CacheKey'>
/** AEAD key of one sealed thing at one place: an item part, a description, a previous generation. */
export type PartKey = Secret<'PartKey'>

/** One of n shares of a folder key, 33 bytes: two of them are the key, one alone says nothing about it. */
export type KeyShare = Secret<'KeyShare'>

/** AEAD key that the server holds for a shift: opens what a desk kept of the PIN, against a touch (P2). */
export type ShiftKey = Secret<'ShiftKey'>

/** The keys that AES-256-GCM is used with: never a seed or folder key itself. */
export type AeadKey = UnlockKey | SelfKey | CacheKey | PartKey | ShiftKey
/** What has generations, and the type of its key. */
export type KeyOf = { team: TeamSeed; folder: FolderKey }

const secret =
  <K extends Secret<string>>(length = 32) =>
  (bytes: Bytes): K => {
    if (bytes.length !== length) throw new Failure('bad-length')
    return bytes as K
  }

/** Each takes exactly 32 bytes, and brands them without a copy. Throws `bad-length`. */
export const memberSeed = secret<MemberSeed>()
export const teamSeed = secret<TeamSeed>()
export const folderKey = secret<FolderKey>()
export const unlockKey = secret<UnlockKey>()
export const selfKey = secret<SelfKey>()
export const cacheKey = secret<CacheKey>()
export const partKey = secret<PartKey>()
export const shiftKey = secret<ShiftKey>()

/** Takes exactly 33 bytes, and brands them without a copy. Throws `bad-length`. */
export const keyShare = secret<KeyShare>(33)

/** 32 bytes as the key of a team or of a folder. Throws `bad-length`. */
export const generationKey: { [K in keyof KeyOf]: (bytes: Bytes) => KeyOf[K] } = { team: teamSeed, folder: folderKey }

export const newMemberSeed = (): MemberSeed => memberSeed(randomBytes(32))
export const newTeamSeed = (): TeamSeed => teamSeed(randomBytes(32))
export const newFolderKey = (): FolderKey => folderKey(randomBytes(32))
