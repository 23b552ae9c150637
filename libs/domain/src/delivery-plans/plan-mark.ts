/** How a line of a plan stands to the department's last plan. */
export const PLAN_MARKS = { new: 'New', changed: 'Changed', unchanged: 'Unchanged' } as const;

export type PlanMark = keyof typeof PLAN_MARKS;
