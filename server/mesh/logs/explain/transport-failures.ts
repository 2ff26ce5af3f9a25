/** Why a connection to the called side failed, by the words of Envoy and of its TLS library. */
export const transportFailures: readonly { says: RegExp; text: string; next: string }[] = [
  {
    says: /WRONG_VERSION_NUMBER/,
    text: 'TLS was spoken to a port that answers in plain text.',
    next: "Check the TLS mode of the host's DestinationRule, and whether the called pods have a sidecar.",
  },
  {
    says: /CERTIFICATE_VERIFY_FAILED|TLSV1_ALERT_UNKNOWN_CA|unable_to_get_local_issuer/i,
    text: "The other side's certificate was not trusted.",
    next: 'Check root certificates, trust domains and subjectAltNames on both sides.',
  },
  {
    says: /TLSV1_ALERT_CERTIFICATE_REQUIRED|PEER_DID_NOT_RETURN_A_CERTIFICATE|HANDSHAKE_FAILURE/i,
    text: 'The called side wants a certificate of the caller, and got none that it takes.',
    next: "Check that the host's DestinationRule says ISTIO_MUTUAL and that the caller has a sidecar.",
  },
  {
    says: /CERTIFICATE_EXPIRED/i,
    text: 'A certificate has expired.',
    next: 'Check the certificates of both proxies, and the clocks of their nodes.',
  },
  {
    says: /connection_refused/i,
    text: 'Nothing listens at that address and port.',
    next: "Check the Service's targetPort, and that the app listens on it and not on 127.0.0.1 only.",
  },
  {
    says: /no_route_to_host|network_is_unreachable/i,
    text: 'There is no way to that address.',
    next: 'Check that the endpoint is alive (a ServiceEntry may name an old address) and the network policies.',
  },
  {
    says: /connection_?timeout|timed_out/i,
    text: 'The connection was not taken in time.',
    next: 'Check network policies and firewalls on the way, and connectTimeout in the DestinationRule.',
  },
];
