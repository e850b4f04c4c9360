/** The keys that the story turns on: written out, so that the guide can name them. */
export const keys = {
  /** alice's long-lived key, the stolen one. */
  alice: 'AKIAEXAMPLEALICE2K4M',
  /** media-ci's own long-lived key. */
  mediaCi: 'AKIAEXAMPLEMEDCI5B6Q',
  /** The second key of media-ci, made by the thief. */
  mediaCiPlanted: 'AKIAEXAMPLEMEDCI7J3P',
  /** alice's own session of Deploy, in the morning. */
  deployMorning: 'ASIAEXAMPLEDPLY2A3LC',
  /** A session of root of the platform account, taken by the security team for one task. */
  rootTask: 'ASIAEXAMPLERKTASK4M2',
  /** The session that the thief's own account takes through the changed trust policy. */
  outside: 'ASIAEXAMPLEOUTSD2X6C',
  /** The thief's sessions, in the order they were made. */
  deploy: 'ASIAEXAMPLEDPLY4F7QX',
  prod: 'ASIAEXAMPLEPRODK5T2N',
  deployAgain: 'ASIAEXAMPLEDPLY6R2VT',
  prodAgain: 'ASIAEXAMPLEPRODB7U4H',
  archive: 'ASIAEXAMPLEARCHQ3W6Z',
} as const;
