/** The words of one kind of notice; all of them lie in `texts/`, one file a noun. */
export interface NoticeText<News> {
  /** Unique: `return-due`. */
  kind: string;
  /** What it tells, for the page where people choose how they are told: "A return is due soon". */
  title: string;
  /** Mailed at once, whatever the reader has chosen. */
  urgent: boolean;
  subject: (news: News) => string;
  /** @param address where the reader goes on, whole; '' where the notice leads nowhere. */
  paragraphs: (news: News, address: string) => string[];
}

const declared = new Map<string, NoticeText<never>>();

/** Declares the words of a kind. @throws Error where the kind has words already. */
export function noticeText<News>(kind: string, text: Omit<NoticeText<News>, 'kind' | 'urgent'> & { urgent?: boolean }): NoticeText<News> {
  if (declared.has(kind)) throw new Error(`The notice ${kind} has words already`);
  const whole: NoticeText<News> = { urgent: false, ...text, kind };
  declared.set(kind, whole);
  return whole;
}

/** Every kind that this process has heard of, by name. */
export function declaredNotices(): readonly Pick<NoticeText<never>, 'kind' | 'title' | 'urgent'>[] {
  return [...declared.values()].sort((left, right) => (left.kind < right.kind ? -1 : 1));
}
