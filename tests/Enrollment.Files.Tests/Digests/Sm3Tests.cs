using System.Text;
using Enrollment.Files.Digests;

namespace Enrollment.Files.Tests.Digests;

/// <summary>The two examples of GB/T 32905-2016, annex A.</summary>
public sealed class Sm3Tests
{
    [Fact]
    public void Of_FirstPublishedExample_IsItsDigest() =>
        Assert.Equal("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Sm3.Of("abc"u8.ToArray()).ToString());

    [Fact]
    public void Of_SecondPublishedExample_IsItsDigest() =>
        Assert.Equal("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732", Sm3.Of(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("abcd", 16)))).ToString());
}
