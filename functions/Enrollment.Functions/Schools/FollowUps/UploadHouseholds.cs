using System.Globalization;
using System.Runtime.InteropServices;
using Enrollment.Domain;
using Enrollment.Files.Supply;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>The bureau hands in the household register's list of a year's children; handing it in again adds and corrects, and takes nobody off.</summary>
internal sealed class UploadHouseholds(BureauCallers bureau, FollowUpStore store)
{
    private const int MaxBytes = 16 << 20;

    [Function(nameof(UploadHouseholds))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bureau/unapplied")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => UploadAsync(request, cancellationToken));

    private async Task<IResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (YearQuery.Of(request) is not { } year)
            return Problems.Of(request, [YearQuery.Fault(request)]);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
            return Problems.Of(request, FaultCode.UnsupportedMediaType);
        var body = request.ContentLength > MaxBytes ? null : await BoundedBody.ReadAsync(request.Body, MaxBytes, cancellationToken);
        if (body is not { } bytes)
            return Problems.Of(request, FaultCode.BodyTooLarge);
        var reading = Read(bytes, year);
        if (reading is HouseholdReading.Faulty faulty)
            return Problems.Of(request, FaultCode.HouseholdListFaulty, ErrorsOf(faulty, RequestLanguage.Of(request)));
        var children = ((HouseholdReading.Read)reading).Children;
        var added = await store.ListAsync(year, children, cancellationToken);
        return Results.Ok(new { Listed = children.Count, Added = added });
    }

    private static HouseholdReading Read(ReadOnlyMemory<byte> body, int year)
    {
        using var stream = MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(body.ToArray());
        return ReadHouseholds.Of(stream, year);
    }

    private static IReadOnlyList<ProblemError> ErrorsOf(HouseholdReading.Faulty faulty, CultureInfo language) => [.. faulty.Faults.Select(fault => new ProblemError(
        string.Create(CultureInfo.InvariantCulture, $"{fault.Column}!{fault.Line}"), fault.Code.ToWireForm(), SupplyTexts.Of(fault, language)))];
}
