/** Why places may not be compared by a model of likeness; null where they may. */
export type UnfairModel = 'made-of-outcomes' | 'made-of-the-economy' | null;

/**
 * A model that holds the outcome makes neighbours of places whose figures are alike, and then every place looks like its
 * neighbours. The global model of the Office for National Statistics is made of the outcomes themselves, its economic one of
 * pay, employment and productivity; the demographic one of who lives there alone.
 */
export function unfairnessOf(model: 'global' | 'economic' | 'demographic'): UnfairModel {
  if (model === 'global') return 'made-of-outcomes';
  return model === 'economic' ? 'made-of-the-economy' : null;
}
