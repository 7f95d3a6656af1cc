import { expect, test } from 'vitest'
import { readOtpSeed } from './otp-seed.ts'

const secret = new TextEncoder().encode('12345678901234567890')
const base32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const usual = { secret, algorithm: 'SHA1', digits: 6, period: 30 }

test.each([
  ['as it is', base32],
  ['in small letters and groups of four', ' gezd gnbv gy3t qojq gezd gnbv gy3t qojq '],
  ['with hyphens', 'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ'],
  ['as an address', `otpauth://totp/Atlas:lea?secret=${base32}&issuer=Atlas`],
  ['as an address in capitals', `OTPAUTH://TOTP/Atlas?secret=${base32}`],
  ['as an address with nothing but the secret', `otpauth://totp/?secret=${base32.toLowerCase()}`],
  ['with all that is usual said', `otpauth://totp/a?secret=${base32}&algorithm=SHA1&digits=6&period=30`],
])('a seed is read %s', (_, text) => {
  expect(readOtpSeed(text)).toEqual(usual)
})

test('padding is dropped, and so are bits that make no byte', () => {
  expect(readOtpSeed('GEZDGNBVGY3TQOJQGE======').secret).toEqual(secret.slice(0, 11))
  expect(readOtpSeed('GEZDGNBVGY3TQOJQGE').secret).toEqual(secret.slice(0, 11))
  expect(readOtpSeed('GEZDGNBVGY3TQOJQG').secret).toEqual(secret.slice(0, 10))
})

test('an address says algorithm, digits and period', () => {
  const address = (more: string) => readOtpSeed(`otpauth://totp/a?secret=${base32}&${more}`)
  expect(address('algorithm=SHA512&digits=8&period=60')).toEqual({ secret, algorithm: 'SHA512', digits: 8, period: 60 })
  expect(address('algorithm=HmacSHA256')).toMatchObject({ algorithm: 'SHA256' })
  expect(address('algorithm=sha-256&digits=7')).toMatchObject({ algorithm: 'SHA256', digits: 7 })
})

test.each([
  ['bad-seed', ''],
  ['bad-seed', 'password'],
  ['bad-seed', '123 456'],
  ['bad-seed', 'GEZDGNBVGY3TQOJ'],
  ['bad-seed', 'GEZDGNBVGY3TQOJ1'],
  ['bad-seed', 'GEZD=GNBVGY3TQOJQ'],
  ['bad-seed', 'https://portal.example'],
  ['bad-seed', 'otpauth://totp/a?issuer=b'],
  ['bad-seed', `otpauth://totp/a?secret=${base32}&digits=10`],
  ['bad-seed', `otpauth://totp/a?secret=${base32}&digits=5`],
  ['bad-seed', `otpauth://totp/a?secret=${base32}&period=0`],
  ['bad-seed', `otpauth://totp/a?secret=${base32}&period=-30`],
  ['bad-seed', `otpauth://totp/a?secret=${base32}&period=1e3`],
  ['bad-seed', `otpauth://totp/a?secret=${base32}&algorithm=MD5`],
  ['bad-seed', `otpauth-migration://offline?data=abc`],
  ['counter-seed', `otpauth://hotp/a?secret=${base32}&counter=1`],
  ['steam-seed', `steam://${base32}`],
  ['steam-seed', `otpauth://steam/a?secret=${base32}`],
  ['steam-seed', `otpauth://totp/Steam:lea?secret=${base32}&issuer=Steam`],
  ['steam-seed', `otpauth://totp/a?secret=${base32}&encoder=steam`],
])('%s: %s', (code, text) => {
  expect(() => readOtpSeed(text)).toThrow(expect.objectContaining({ code }))
})
