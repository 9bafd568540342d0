using System.Numerics;
using CsCheck;
using ApplicationId = Enrollment.Domain.Applications.ApplicationId;

namespace Enrollment.Domain.Tests.Applications;

public sealed class ApplicationIdTests
{
    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[16];

    private static readonly Gen<string> Texts = Bytes.Select(bytes => ApplicationId.FromBytes(bytes).Value);

    [Fact]
    public void FromBytes_SmallestAndLargest_SpanTheWholeRange()
    {
        Assert.Equal(new string('0', 26), ApplicationId.FromBytes(new byte[16]).Value);
        Assert.Equal("7" + new string('z', 25), ApplicationId.FromBytes([.. Enumerable.Repeat((byte)255, 16)]).Value);
    }

    [Fact]
    public void FromBytes_AnyBytes_IsTheOraclesText() => Bytes.Sample(bytes => ApplicationId.FromBytes(bytes).Value == Oracle(bytes), iter: 1_000);

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void FromBytes_NotSixteen_Throws(int length) => Assert.Throws<ArgumentException>(() => ApplicationId.FromBytes(new byte[length]));

    [Fact]
    public void TryParse_TextOfAnId_GivesTheSameId() => Bytes.Sample(bytes =>
    {
        var id = ApplicationId.FromBytes(bytes);

        return ApplicationId.TryParse(id.ToString(), out var read) && read == id;
    });

    [Fact]
    public void FromBytes_TwoBytesThatDiffer_GiveTwoIds() => Gen.Select(Bytes, Gen.Int[0, 127]).Sample((bytes, bit) =>
    {
        byte[] other = [.. bytes];
        other[bit / 8] ^= (byte)(1 << (bit % 8));

        return ApplicationId.FromBytes(bytes) != ApplicationId.FromBytes(other);
    }, iter: 1_000);

    [Fact]
    public void TryParse_EveryTextItTakes_IsOneThatFromBytesMakes() => Hostile.Near(Texts).Sample(text =>
        ApplicationId.TryParse(text, out var id) == id is not null && (id is null || id.Value == text && Oracle(BytesOf(text)) == text), iter: 10_000);

    [Theory]
    [InlineData("8zzzzzzzzzzzzzzzzzzzzzzzzz")] // the 129th bit
    [InlineData("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")] // one spelling only
    [InlineData("0000000000000000000000000i")]
    [InlineData("0000000000000000000000000l")]
    [InlineData("0000000000000000000000000o")]
    [InlineData("0000000000000000000000000u")]
    [InlineData("000000000000000000000000000")]
    [InlineData("0000000000000000000000000")]
    [InlineData(" 0000000000000000000000000")]
    [InlineData("../../../../../../../../..")]
    public void TryParse_AnythingElse_IsFalse(string text)
    {
        Assert.False(ApplicationId.TryParse(text, out var id));
        Assert.Null(id);
    }

    [Fact]
    public void TryParse_HostileText_IsFalse() => Assert.All(Hostile.Texts, text => Assert.False(ApplicationId.TryParse(text, out _)));

    private static string Oracle(byte[] bytes)
    {
        var rest = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = "";
        while (text.Length < 26)
            (text, rest) = ("0123456789abcdefghjkmnpqrstvwxyz"[(int)(rest % 32)] + text, rest / 32);
        return text;
    }

    private static byte[] BytesOf(string text)
    {
        var number = text.Aggregate(BigInteger.Zero, (sum, c) => sum * 32 + "0123456789abcdefghjkmnpqrstvwxyz".IndexOf(c, StringComparison.Ordinal));
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[16 - bytes.Length], .. bytes];
    }
}
