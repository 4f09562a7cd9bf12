/**
 * The time zones offered in the preferences: China's, and those of frequent postings abroad. Names
 * are those of the IANA database.
 */
export const timeZones = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Asia/Macau',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Europe/Moscow',
  'Europe/Paris',
  'Europe/London',
  'Africa/Cairo',
  'Africa/Nairobi',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'UTC',
] as const
export type TimeZone = (typeof timeZones)[number]
