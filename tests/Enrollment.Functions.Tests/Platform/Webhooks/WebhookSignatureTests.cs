using System.Text;
using CsCheck;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Tests.Platform.Webhooks;

public sealed class WebhookSignatureTests
{
    // The vector that the Standard Webhooks libraries share (standard-webhooks/standard-webhooks, libraries/*).
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly WebhookKey Key = WebhookKey.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly WebhookKey OtherKey = WebhookKey.Parse($"whsec_{Convert.ToBase64String(Enumerable.Repeat((byte)9, 32).ToArray())}");
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(Timestamp);

    public static TheoryData<string> ListsWithTheSignature =>
    [
        Signature,
        $"v1,AAAA {Signature}",
        $"v1, {Signature}",
        $"v1,not!base64 {Signature}",
        $"garbage {Signature} v1",
        $", ,, {Signature}",
        $"v2,{Signature[3..]} {Signature}",
        $"v1a,xyz= {Signature} v1,\u00e9",
        $"{Signature} {Signature}",
        $"  {Signature}  ",
    ];

    public static TheoryData<string> ListsWithoutIt =>
    [
        " ", "v1", "v1,", "v1,AAAA", Signature[3..], $"v2,{Signature[3..]}", $"V1,{Signature[3..]}", Signature.Replace(',', '='), Signature[..^1],
        $"{Signature}=", Signature.Replace("OE=", "OF=", StringComparison.Ordinal), $"{Signature},{Signature}", $"x{Signature}",
    ];

    [Fact]
    public void Sign_PublishedVector_GivesThePublishedSignature() => Assert.Equal(Signature, WebhookSignature.Sign(Key, Id, Timestamp, Body));

    [Fact]
    public void Verify_PublishedVector_IsValid() => Assert.Equal(WebhookVerification.Valid, Verify());

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Verify_AroundTheWindow_HoldsFor300SecondsEachWay(int seconds, bool isInside)
    {
        var result = Verify(now: Sent.AddSeconds(seconds));

        Assert.Equal(isInside ? WebhookVerification.Valid : WebhookVerification.TimestampOutOfWindow, result);
    }

    [Theory]
    [MemberData(nameof(ListsWithTheSignature))]
    public void Verify_SignatureAmongMalformedEntries_IsValid(string list) => Assert.Equal(WebhookVerification.Valid, Verify(signature: list));

    [Theory]
    [MemberData(nameof(ListsWithoutIt))]
    public void Verify_ListWithoutTheSignature_DoesNotMatch(string list) => Assert.Equal(WebhookVerification.NoMatch, Verify(signature: list));

    [Fact]
    public void Verify_WhileKeysAreExchanged_TakesEither()
    {
        var byOther = WebhookSignature.Sign(OtherKey, Id, Timestamp, Body);

        Assert.Equal(WebhookVerification.Valid, Verify(keys: [OtherKey, Key]));
        Assert.Equal(WebhookVerification.Valid, Verify(keys: [Key, OtherKey]));
        Assert.Equal(WebhookVerification.Valid, Verify(keys: [Key], signature: $"{byOther} {Signature}"));
        Assert.Equal(WebhookVerification.NoMatch, Verify(keys: [Key], signature: byOther));
        Assert.Equal(WebhookVerification.NoMatch, Verify(keys: []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("msg 1")]
    [InlineData("msg.1614265330")]
    [InlineData("msg\n1")]
    [InlineData("信")]
    public void Verify_IdThatIsNone_IsMalformed(string id)
    {
        Assert.Equal(WebhookVerification.MalformedHeader, Verify(id: id));
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign(Key, id, Timestamp, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1614265330.0")]
    [InlineData("-1614265330")]
    [InlineData("+1614265330")]
    [InlineData(" 1614265330")]
    [InlineData("1,614,265,330")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("١٦١٤٢٦٥٣٣٠")]
    public void Verify_TimestampThatIsNone_IsMalformed(string timestamp) => Assert.Equal(WebhookVerification.MalformedHeader, Verify(timestamp: timestamp));

    [Fact]
    public void Verify_TimestampWrittenOtherwise_DoesNotMatch() => Assert.Equal(WebhookVerification.NoMatch, Verify(timestamp: $"0{Timestamp}"));

    [Fact]
    public void Verify_EndlessSignatureList_IsMalformed() =>
        Assert.Equal(WebhookVerification.MalformedHeader, Verify(signature: string.Concat(Enumerable.Repeat("v1,A ", 1000)) + Signature));

    [Fact]
    public void Verify_AnyByteOfTheBodyChanged_DoesNotMatch() =>
        Gen.Select(Gen.Int[0, Body.Length - 1], Gen.Byte[1, 255]).Sample(
            (position, change) =>
            {
                var changed = Body.ToArray();
                changed[position] ^= change;
                return Verify(body: changed) is WebhookVerification.NoMatch;
            },
            iter: 20_000);

    [Fact]
    public void Verify_AnyCharacterOfAHeaderChanged_IsNeverValid() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1000], Gen.Char[' ', '~']).Sample(
            (header, position, character) =>
            {
                string[] headers = [Id, $"{Timestamp}", Signature];
                var text = headers[header].ToCharArray();
                var isChanged = text[position % text.Length] != character;
                text[position % text.Length] = character;
                headers[header] = new string(text);
                var result = Verify(id: headers[0], timestamp: headers[1], signature: headers[2]);
                return isChanged != (result is WebhookVerification.Valid);
            },
            iter: 50_000);

    [Fact]
    public void Verify_BodyThatIsNoText_IsVerifiedAsSent()
    {
        byte[] body = [0xFF, 0xFE, 0x00, 0xC3];

        Assert.Equal(WebhookVerification.Valid, Verify(signature: WebhookSignature.Sign(Key, Id, Timestamp, body), body: body));
        Assert.Equal(WebhookVerification.NoMatch, Verify(signature: WebhookSignature.Sign(Key, Id, Timestamp, Encoding.UTF8.GetBytes("\uFFFD")), body: body));
    }

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public void Verify_HeaderAbsentOrTwice_IsMissing(string name)
    {
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = Id,
            ["webhook-timestamp"] = $"{Timestamp}",
            ["webhook-signature"] = Signature,
        };
        Assert.Equal(WebhookVerification.Valid, WebhookSignature.Verify([Key], WebhookHeaders.Of(headers), Body, Sent));

        headers.Append(name, headers[name].ToString());
        Assert.Equal(WebhookVerification.MissingHeader, WebhookSignature.Verify([Key], WebhookHeaders.Of(headers), Body, Sent));

        headers.Remove(name);
        Assert.Equal(WebhookVerification.MissingHeader, WebhookSignature.Verify([Key], WebhookHeaders.Of(headers), Body, Sent));
    }

    private static WebhookVerification Verify(IReadOnlyList<WebhookKey>? keys = null, string id = Id, string? timestamp = null,
        string signature = Signature, byte[]? body = null, DateTimeOffset? now = null) =>
        WebhookSignature.Verify(keys ?? [Key], new WebhookHeaders(id, timestamp ?? $"{Timestamp}", signature), body ?? Body, now ?? Sent);
}
