using System.Text;
using Enrollment.Files.Digests;

namespace Enrollment.Files.Tests.Digests;

public sealed class Sm3Tests
{
    // GB/T 32905-2016, appendix A.
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void Of_ThePublishedExamples_IsThePublishedDigest(string text, string digest) => Assert.Equal(digest, Sm3.Of(Encoding.ASCII.GetBytes(text)).ToString());
}
