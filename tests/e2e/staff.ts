/** Who of the demonstration county does what in the tests (content/demonstration/county.yaml). */
export const staff = {
  administrator: 'SL0002',
  officer: 'SL0006',
  reviewer: 'SL0011',
  author: 'SL0010',
  secondAuthor: 'SL0012',
  /** In the talent pool, with SQL at practitioner level attested. */
  registered: 'SL0013',
  /** In the pool as well; nobody withdraws them. */
  alsoRegistered: 'SL0014',
  /** In the pool: each for one journey that ends with another answer. */
  registeredUnitSaysNo: 'SL0015',
  registeredSaysNo: 'SL0017',
  registeredLeaves: 'SL0020',
  /** In the pool, with one of everything that a learner's pages show (prepared-things.ts). */
  busyLearner: 'SL0016',
  /** In the pool, with a request that waits for the unit. */
  waitingForUnit: 'SL0018',
  /** Staff whose journeys change their own account. */
  keyboardClerk: 'SL0004',
  forgetful: 'SL0005',
  careful: 'SL0007',
  withManyBrowsers: 'SL0008',
  promoted: 'SL0009',
  joinsWithoutScripts: 'SL0021',
  /** Is nominated for a course. */
  nominee: 'SL0019',
  /** Becomes author and reviewer in one. */
  writesAndReviews: 'SL0001',
  /** Clerks of the service window, one for each journey that leaves traces. */
  clerk: 'SL0022',
  clerkWithoutScripts: 'SL0023',
  hastyClerk: 'SL0024',
  hastyClerkWithoutScripts: 'SL0025',
  labClerk: 'SL0026',
  labClerkWithoutScripts: 'SL0027',
  testedClerk: 'SL0028',
  testedClerkWithoutScripts: 'SL0029',
  clerkOfTheOldVersion: 'SL0030',
  cityOfficer: 'CS0001',
  cyberspace: 'CS0002',
  auditor: 'CS0003',
} as const
export type Who = keyof typeof staff
