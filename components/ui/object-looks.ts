import {
  ArrowLeftRight,
  Boxes,
  Cable,
  DoorOpen,
  FileCog,
  GitBranch,
  Globe,
  KeyRound,
  type LucideIcon,
  Radar,
  Route,
  ShieldCheck,
  SlidersHorizontal,
  Split,
  UserCheck,
} from 'lucide-react';

/** The icon of each kind of configuration object; kinds without one of their own share one. */
const icons: Readonly<Record<string, LucideIcon>> = {
  VirtualService: Route,
  DestinationRule: Split,
  Gateway: DoorOpen,
  ServiceEntry: Globe,
  WorkloadEntry: Boxes,
  WorkloadGroup: Boxes,
  Sidecar: Cable,
  EnvoyFilter: SlidersHorizontal,
  WasmPlugin: SlidersHorizontal,
  PeerAuthentication: KeyRound,
  AuthorizationPolicy: ShieldCheck,
  RequestAuthentication: UserCheck,
  Telemetry: Radar,
  HTTPRoute: GitBranch,
  GRPCRoute: GitBranch,
  TCPRoute: ArrowLeftRight,
  TLSRoute: ArrowLeftRight,
};

export function objectIcon(kind: string): LucideIcon {
  return icons[kind] ?? FileCog;
}
