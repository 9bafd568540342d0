using System.Globalization;
using System.Text.Json;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>A valid request with the keyed hashes it is recognized by. Nothing in it reveals a person.</summary>
internal sealed record Submission(ApplicationForm Form, ApplicationRequest Request, string Child, string Guardian, string Content, string? IdempotencyKey)
{
    public static Submission Of(ApplicationForm form, ApplicationRequest request, string? idempotencyKey, BlindIndex index)
    {
        var guardian = GuardianIndex.KeyOf(form.Guardian.Document.Number, index);
        return new Submission(form, request, index.Of("child", form.Child.Document.Number), guardian,
            index.Of("content", JsonSerializer.Serialize(request, JsonSerializerOptions.Web)),
            idempotencyKey is null ? null : index.Of("idempotency-key", $"{guardian}|{idempotencyKey}"));
    }

    /// <summary>The same request has the same number, however often it is sent; generations count withdrawn predecessors.</summary>
    public ApplicationId IdOf(int generation, BlindIndex index) => ApplicationId.FromBytes(index.Bytes("application",
        string.Create(CultureInfo.InvariantCulture, $"{Form.IntakeYear}|{Child}|{Guardian}|{Content}|{generation}")).AsSpan(0, 16));
}
