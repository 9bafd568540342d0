using System.Text;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Tests.Draws;

/// <summary>The vectors come from a Python script written from docs/placement-record.md sections 2 and 9.</summary>
public sealed class DrawSeedTests
{
    private const string Secret = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string Digits = "314159265358979323846264338327950288419";

    [Fact]
    public void Derive_ListSecretEntropy_IsTheVector()
    {
        Assert.True(DrawSecret.TryParse(Secret, out var secret));
        Assert.Null(Entropy.TryParse(Digits, out var entropy));

        var seed = DrawSeed.Derive(Digest.Of("a list"u8), secret!, entropy!);

        Assert.Equal("e59f2dee5af5990663af76e438c951215f0dbe13b306c2bea64e7a9c7c18777c", seed.Value.ToString());
    }

    [Fact]
    public void Commitment_OfASecret_IsTheVector()
    {
        Assert.True(DrawSecret.TryParse(Secret, out var secret));

        Assert.Equal("9023c7ed3969d0e2e9868d9bc8b35b9b4b6c63a78c738377cdb7dd8a5286a700", secret!.Commitment().ToString());
        Assert.Equal(Secret, secret.Reveal());
        Assert.DoesNotContain(Secret[..8], secret.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LateChain_FromItsEndToItsStart_IsTheVectors()
    {
        Assert.True(Digest.TryParse(Secret, out var secret));

        Assert.Equal("08830cdf2ac9f1d41446de5d6255d764e67ab500bd54a03837242cba34376aa2", LateChain.Commitment(secret).ToString());
        Assert.Equal("6ef9bca5c6479ee937f34a243ed149a89b498818a18fd36638ebcd0d9b4bebbf", LateChain.Link(secret, 1).ToString());
        Assert.Equal(secret, LateChain.Link(secret, LateChain.Links));
        Assert.Equal("f7e0d45e1be218c708d6e3d8e2078a79e6097fa8286dbff78a3c9adb0d08eeb5",
            LateChain.SeedOf(LateChain.Link(secret, 1), Encoding.ASCII.GetBytes("00000000000000ff")).Value.ToString());
    }

    [Fact]
    public void LateChain_OnlyTheNextLink_Follows()
    {
        var secret = Digest.Of("late"u8);

        Assert.True(LateChain.Follows(LateChain.Commitment(secret), LateChain.Link(secret, 1)));
        Assert.False(LateChain.Follows(LateChain.Commitment(secret), LateChain.Link(secret, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LateChain.Link(secret, LateChain.Links + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LateChain.Link(secret, -1));
    }

    public static TheoryData<string?, FaultCode?> Entropies => new()
    {
        { Digits, null },
        { Digits[1..], FaultCode.EntropyTooShort },
        { new string('f', 32), null },
        { new string('f', 31), FaultCode.EntropyTooShort },
        { new string('1', 31) + "a", null },
        { new string('f', 512), null },
        { new string('f', 513), FaultCode.TooLong },
        { new string('F', 32), FaultCode.EntropyMalformed },
        { Digits + " ", FaultCode.EntropyMalformed },
        { Digits + "\n", FaultCode.EntropyMalformed },
        { new string('٣', 39), FaultCode.EntropyMalformed },
        { "", FaultCode.Required },
        { null, FaultCode.Required },
    };

    [Theory]
    [MemberData(nameof(Entropies))]
    public void Entropy_AnyText_IsItsCanonicalFormOrAFault(string? text, FaultCode? fault)
    {
        Assert.Equal(fault, Entropy.TryParse(text, out var entropy));
        Assert.Equal(fault is null ? text : null, entropy?.Text);
    }

    [Fact]
    public void Digest_NearlyHexadecimal_IsNoDigest()
    {
        Assert.True(Digest.TryParse(Secret, out var digest));
        Assert.Equal(Secret, digest.ToString());
        foreach (var text in Hostile.Texts.Append(Secret.ToUpperInvariant()).Append(Secret[1..]).Append(Secret + "0").Append(Secret[..^1] + "g"))
            Assert.False(Digest.TryParse(text, out _), text is { Length: > 80 } ? "a long text" : text);
    }
}
