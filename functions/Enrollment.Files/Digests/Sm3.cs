using Enrollment.Domain.Draws;
using Org.BouncyCastle.Crypto.Digests;

namespace Enrollment.Files.Digests;

/// <summary>SM3 (GB/T 32905), the national digest, which .NET does not have.</summary>
public static class Sm3
{
    public static Digest Of(byte[] bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Digest.FromBytes(hash);
    }
}
