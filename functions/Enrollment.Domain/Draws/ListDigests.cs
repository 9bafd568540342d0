namespace Enrollment.Domain.Draws;

/// <summary>Digests of a list's canonical form, published when it is sealed.</summary>
/// <param name="Sha256">The one the seed is made of.</param>
/// <param name="Sm3">The national standard's (GB/T 32905), for those who must use it.</param>
public sealed record ListDigests(Digest Sha256, Digest Sm3);
