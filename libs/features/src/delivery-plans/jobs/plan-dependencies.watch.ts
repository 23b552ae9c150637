import { type Watch, Watches } from '#platform/watches/watch.js';
import { PlanDependenciesService } from '../plan-dependencies.service.js';

/** Tells departments what newly delivered plans count on them for. */
@Watches('plan-dependencies')
export class PlanDependenciesWatch implements Watch {
  constructor(private readonly dependencies: PlanDependenciesService) {}

  run(): Promise<number> {
    return this.dependencies.tellOfDeliveries();
  }
}
