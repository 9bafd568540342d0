using System.Text;
using CsCheck;
using Enrollment.Domain;
using Enrollment.Domain.Identity;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Tests.Platform.Http;

public sealed class StrictJsonTests
{
    private const int MaxBytes = 1024;
    private const string Valid =
        """{"name":"许若兰","born":"2020-02-29","sex":"Female","count":2,"weight":1.5,"isOpen":true,"part":{"text":"a"},"tags":["x","y"],"parts":[{"text":"b"}]}""";

    public static TheoryData<string, string> Wrong => new()
    {
        { """{"surname":1}""", "UnknownField $.surname" },
        { """{"Name":"x"}""", "UnknownField $.Name" },
        { """{"part":{"other":{}}}""", "UnknownField $.part.other" },
        { """{"<script>":1}""", "UnknownField $" },
        { """{"name":"a","name":"b"}""", "DuplicateField $.name" },
        { """{"name":"a","n\u0061me":"b"}""", "DuplicateField $.name" },
        { """{"part":{"text":"a","text":"a"}}""", "DuplicateField $.part.text" },
        { """{"name":1}""", "WrongType $.name" },
        { """{"name":{}}""", "WrongType $.name" },
        { """{"count":"2"}""", "WrongType $.count" },
        { """{"count":1.5}""", "WrongType $.count" },
        { """{"count":2147483648}""", "WrongType $.count" },
        { """{"count":1e400}""", "WrongType $.count" },
        { """{"weight":1e400}""", "WrongType $.weight" },
        { """{"weight":"NaN"}""", "WrongType $.weight" },
        { """{"isOpen":1}""", "WrongType $.isOpen" },
        { """{"isOpen":"true"}""", "WrongType $.isOpen" },
        { """{"born":"2020-02-30"}""", "WrongType $.born" },
        { """{"born":"2020-2-3"}""", "WrongType $.born" },
        { """{"born":"2020-02-03T00:00:00"}""", "WrongType $.born" },
        { """{"sex":"female"}""", "UnknownValue $.sex" },
        { """{"sex":" Female"}""", "UnknownValue $.sex" },
        { """{"sex":"Female,Male"}""", "UnknownValue $.sex" },
        { """{"sex":"1"}""", "UnknownValue $.sex" },
        { """{"sex":1}""", "WrongType $.sex" },
        { """{"part":[]}""", "WrongType $.part" },
        { """{"tags":{}}""", "WrongType $.tags" },
        { """{"tags":["a",1,null]}""", "WrongType $.tags[1]; WrongType $.tags[2]" },
        { """{"parts":[{"text":"a"},{"text":1}]}""", "WrongType $.parts[1].text" },
        { """{"name":"\ud800"}""", "MalformedJson $.name" },
        { """{"name":"\udc00\ud800"}""", "MalformedJson $.name" },
        { """{"\ud800":1}""", "MalformedJson $" },
        { "[]", "WrongType $" },
        { "null", "WrongType $" },
        { "\"text\"", "WrongType $" },
        { """{"count":"2","sex":"Other","part":{"no":1},"tags":[1]}""",
            "WrongType $.count; UnknownValue $.sex; UnknownField $.part.no; WrongType $.tags[0]" },
    };

    public static TheoryData<string> Malformed =>
    [
        "", " ", "{", "}", "{]", "{\"name\":}", "{\"name\":\"a\",}", "{'name':\"a\"}", "{name:\"a\"}", "{\"name\":\"a\"}}", "{\"name\":\"a\"} {}",
        "// comment\n{}", "{/* comment */}", "{\"count\":01}", "{\"count\":+1}", "{\"count\":.5}", "{\"weight\":NaN}", "{\"weight\":Infinity}",
        "{\"name\":\"\t\"}", "{\"name\":\"\\x41\"}", "{\"name\":\"\\u12\"}", "{\"isOpen\":True}", "\uFEFF\uFEFF{}",
        string.Concat(Enumerable.Repeat("{\"part\":", 33)) + "1" + new string('}', 33),
    ];

    [Fact]
    public async Task ReadAsync_ValidBody_GivesEveryMember()
    {
        var read = await ReadAsync(Requests.WithBody(Valid));

        var value = Assert.IsType<JsonRead<Body>.Read>(read).Value;
        Assert.Equal(("许若兰", new DateOnly(2020, 2, 29), Sex.Female, 2, 1.5, true), (value.Name, value.Born, value.Sex, value.Count, value.Weight, value.IsOpen));
        Assert.Equal("a", value.Part?.Text);
        Assert.Equal(["x", "y"], value.Tags!);
        Assert.Equal("b", Assert.Single(value.Parts!).Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null,"born":null,"part":null,"tags":null}""")]
    [InlineData("\uFEFF{}")]
    public async Task ReadAsync_AbsentOrNullMembers_AreNull(string json)
    {
        var read = await ReadAsync(Requests.WithBody(json));

        Assert.Equal(new Body(null, null, null, null, null, null, null, null, null), Assert.IsType<JsonRead<Body>.Read>(read).Value);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task ReadAsync_WrongMembers_AreAllNamedAtTheirPath(string json, string expected)
    {
        var read = await ReadAsync(Requests.WithBody(json));

        Assert.Equal(expected, FaultsOf(read));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task ReadAsync_NotJson_IsMalformed(string text)
    {
        var read = await ReadAsync(Requests.WithBody(text));

        Assert.Equal("MalformedJson $", FaultsOf(read));
    }

    [Fact]
    public async Task ReadAsync_InvalidUtf8_IsMalformed()
    {
        var read = await ReadAsync(Requests.WithBody([.. "{\"name\":\""u8, 0xE4, 0xB8, .. "\"}"u8]));

        Assert.Equal("MalformedJson $", FaultsOf(read));
    }

    [Fact]
    public void Parse_RequiredMemberMissingOrNull_IsRequired()
    {
        var missing = Assert.IsType<JsonRead<Needing>.Refused>(StrictJson.Parse<Needing>("{}"u8.ToArray()));
        var nothing = Assert.IsType<JsonRead<Needing>.Refused>(StrictJson.Parse<Needing>("""{"text":null}"""u8.ToArray()));

        Assert.Equal([new Fault(FaultCode.Required, "$.text")], missing.Faults);
        Assert.Equal([new Fault(FaultCode.Required, "$.text")], nothing.Faults);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=UTF-8", true)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("application/jsonp", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task ReadAsync_ContentType_MustBeJson(string? contentType, bool isAccepted)
    {
        var read = await ReadAsync(Requests.WithBody("{}", contentType));

        Assert.Equal(isAccepted ? "" : "UnsupportedMediaType $", FaultsOf(read));
    }

    [Fact]
    public async Task ReadAsync_LargestBody_IsRead()
    {
        var read = await ReadAsync(Requests.WithBody("{}" + new string(' ', MaxBytes - 2)));

        Assert.IsType<JsonRead<Body>.Read>(read);
    }

    [Fact]
    public async Task ReadAsync_LargerBodyThanItsLengthSays_IsNeverHeldWhole()
    {
        using var endless = new EndlessStream();
        var request = Requests.WithBody("");
        request.Body = endless;

        var read = await ReadAsync(request);

        Assert.Equal("BodyTooLarge $", FaultsOf(read));
        Assert.Equal(MaxBytes + 1, endless.Given);
    }

    [Fact]
    public async Task ReadAsync_StatedLengthTooLarge_ReadsNothing()
    {
        using var endless = new EndlessStream();
        var request = Requests.WithBody("");
        request.Body = endless;
        request.ContentLength = MaxBytes + 1;

        var read = await ReadAsync(request);

        Assert.Equal("BodyTooLarge $", FaultsOf(read));
        Assert.Equal(0, endless.Given);
    }

    [Fact]
    public void Parse_ManyUnknownFields_NamesFifty()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"f{i}\":0")) + "}";

        var read = StrictJson.Parse<Body>(Encoding.UTF8.GetBytes(json));

        Assert.Equal(50, Assert.IsType<JsonRead<Body>.Refused>(read).Faults.Count);
    }

    [Fact]
    public void Parse_AnyMutationOfAValidBody_NeverThrows()
    {
        var valid = Encoding.UTF8.GetBytes(Valid);
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte, Gen.Int[0, valid.Length]).Sample(
            (position, value, length) =>
            {
                var bytes = valid.ToArray();
                bytes[position] = value;
                StrictJson.Parse<Body>(bytes.AsMemory(0, length));
                StrictJson.Parse<Body>(bytes);
            },
            iter: 20_000);
    }

    private static Task<JsonRead<Body>> ReadAsync(HttpRequest request) => StrictJson.ReadAsync<Body>(request, MaxBytes, CancellationToken.None);

    private static string FaultsOf(JsonRead<Body> read) =>
        read is JsonRead<Body>.Refused refused ? string.Join("; ", refused.Faults.Select(fault => $"{fault.Code} {fault.Path}")) : "";

    private sealed record Body(string? Name, DateOnly? Born, Sex? Sex, int? Count, double? Weight, bool? IsOpen, Part? Part,
        IReadOnlyList<string>? Tags, IReadOnlyList<Part>? Parts);

    private sealed record Part(string? Text);

    private sealed record Needing
    {
        public required string Text { get; init; }
    }
}
