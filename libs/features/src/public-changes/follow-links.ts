import { subscriptionsPaths } from '#features/subscriptions/subscriptions.paths.js';
import { publicChangesPaths as paths } from './public-changes.paths.js';
import { publicChangesWords } from './public-changes.words.js';

/** How to hear of changes to one thing, on its page and in the head of it. */
export interface FollowLinks {
  heading: string;
  feed: { href: string; text: string; title: string };
  subscribe: { href: string; text: string };
}

export function followMission(framework: string, mission: string, name: string): FollowLinks {
  return linksOf(paths.missionFeed(framework, mission), `mission:${framework}/${mission}`, name);
}

export function followDepartment(slug: string, name: string): FollowLinks {
  return linksOf(paths.departmentFeed(slug), `department:${slug}`, name);
}

export function followPlace(code: string, name: string): FollowLinks {
  return linksOf(paths.placeFeed(code), `place:${code}`, name);
}

function linksOf(feed: string, about: string, name: string): FollowLinks {
  const words = publicChangesWords.follow;
  return { heading: words.heading, feed: { href: feed, text: words.feed(name), title: publicChangesWords.feeds.title(name) }, subscribe: { href: subscriptionsPaths.subscribeTo(about), text: words.subscribe(name) } };
}
