using System.Security.Cryptography;
using System.Text;
using Enrollment.Functions.Platform.PersonalData;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Platform.PersonalData;

public sealed class BlindIndexTests
{
    private const string IdentityNumber = "359901198801010012";

    private readonly BlindIndex _index = IndexWith(3);

    [Fact]
    public void Of_SameValue_IsTheSameForEver() =>
        Assert.Equal(PinnedIndex, _index.Of("child", IdentityNumber));

    [Fact]
    public void Of_OtherPurposeKeyOrValue_IsAnother()
    {
        var index = _index.Of("child", IdentityNumber);

        Assert.NotEqual(index, _index.Of("guardian", IdentityNumber), StringComparer.Ordinal);
        Assert.NotEqual(index, IndexWith(4).Of("child", IdentityNumber), StringComparer.Ordinal);
        Assert.NotEqual(index, _index.Of("child", "359901198801010020"), StringComparer.Ordinal);
        Assert.NotEqual(index, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(IdentityNumber))), StringComparer.Ordinal);
    }

    [Fact]
    public void Bytes_AreWhatOfPrints()
    {
        var bytes = _index.Bytes("child", IdentityNumber);

        Assert.Equal(32, bytes.Length);
        Assert.Equal(_index.Of("child", IdentityNumber), Convert.ToHexStringLower(bytes));
    }

    // Rows are found by it: a change of the derivation would lose every application stored before.
    private const string PinnedIndex = "19290ba64953b8537348e14c45a4b359a4badac0cfc8b0ffe69f140d8f45e05a";

    private static BlindIndex IndexWith(byte value) =>
        new(Options.Create(new PersonalDataOptions { IndexKey = Convert.ToBase64String(Enumerable.Repeat(value, 32).ToArray()) }));
}
