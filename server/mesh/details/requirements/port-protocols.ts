import type { Port } from '#lib/contract/inventory.ts';
import { portOf } from '#server/mesh/inventory/port-protocol.ts';
import { object, type RequirementRule } from './requirement-rule.ts';
import { type ServiceSubject, serviceName } from './service-subject.ts';

const from: Record<Port['protocolFrom'], string> = {
  appProtocol: 'its appProtocol',
  name: 'its name',
  protocol: 'its protocol',
  wellKnownPort: 'its number, which Istio takes for a protocol where the server speaks first',
  detection: 'nothing: Istio looks at the first bytes of each connection',
  transport: 'its transport',
};

export const portProtocols: RequirementRule<ServiceSubject> = {
  id: 'port-protocols',
  title: 'Each port names its protocol',
  check: (subject) => {
    const ports = subject.service.spec.ports.map((port) => ({
      ...portOf(port),
      appProtocol: port.appProtocol,
    }));
    if (ports.length === 0) return { state: 'notApplicable', text: 'It has no ports.' };
    const isGateway = subject.workloads.some(({ membership }) => membership.mode === 'gateway');
    if (isGateway)
      return { state: 'notApplicable', text: 'A gateway speaks on each port what its Gateway objects say.' };
    const detected = ports.filter(({ protocolFrom }) => protocolFrom === 'detection');
    const evidence = ports.map(({ port, name, appProtocol, protocol, protocolFrom }) =>
      object(
        `${serviceName(subject)}: port ${port}, name ${name ?? '(none)'}, appProtocol ${appProtocol ?? '(none)'}: taken for ${protocol} by ${from[protocolFrom]}`,
      ),
    );
    if (detected.length === 0)
      return {
        state: 'ok',
        text: 'Istio knows the protocol of every port without looking into it.',
        evidence,
      };
    const numbers = detected.map(({ port }) => port).join(', ');
    return {
      state: 'warning',
      text: `Istio has to guess the protocol of port ${numbers} from the first bytes. Where the client waits for the server to speak, connections hang until the guess times out, and without HTTP there are no routes, retries or request metrics.`,
      fix: 'Set appProtocol (http, http2, grpc, tcp …), or begin the port\'s name with it: "http-web".',
      evidence,
    };
  },
};
