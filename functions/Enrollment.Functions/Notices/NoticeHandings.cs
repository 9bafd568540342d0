using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Notices;

/// <summary>An application's deliveries, and which of them this process claimed just now.</summary>
internal sealed record Claims(IReadOnlyList<DeliveryRow> Rows, IReadOnlyList<DeliveryRow> Mine);

/// <summary>What came of an attempt.</summary>
internal sealed record Attempted(int Attempt, HandingAnswer Answer);

/// <summary>Claims attempts, makes them, and says what came of each.</summary>
internal sealed class NoticeHandings(NoticeStore notices, NoticeGateway gateway, VerificationSteps steps, IOptions<NoticeOptions> options)
{
    /// <summary>An application's deliveries, with what is due at this moment claimed.</summary>
    /// <returns>Null when somebody else claimed at the same moment: theirs it is.</returns>
    public async Task<Claims?> ClaimAsync(Application application, CancellationToken cancellationToken)
    {
        var rows = await notices.DeliveriesAsync(application.Id, cancellationToken);
        var claims = rows.Select(row => row.Delivery.Claim(application, steps.Schedule.Notices, steps.Now) is { } claimed ? row with { Delivery = claimed } : null)
            .OfType<DeliveryRow>().ToList();
        if (claims.Count == 0)
            return new Claims(rows, []);
        return await notices.ClaimAsync(claims, cancellationToken) is { } stored
            ? new Claims([.. rows.Select(row => stored.FirstOrDefault(claim => claim.Key == row.Key) ?? row)], stored)
            : null;
    }

    /// <summary>Makes the attempts that were claimed.</summary>
    /// <returns>What came of each, by the row's key.</returns>
    public async Task<IReadOnlyDictionary<string, Attempted>> HandAsync(Application application, IReadOnlyList<DeliveryRow> claimed, CancellationToken cancellationToken)
    {
        var results = new Dictionary<string, Attempted>(StringComparer.Ordinal);
        foreach (var row in claimed)
        {
            if (row.Delivery.State is not DeliveryState.Handing handing)
                continue;
            var answer = await AttemptAsync(application, row.Delivery, handing, cancellationToken);
            Measures.Notices.Add(1, Measures.OfChannel(row.Delivery.Channel), Measures.WithOutcome(answer.GetType().Name));
            results.Add(row.Key, new Attempted(handing.Attempt, answer));
        }
        return results;
    }

    private async Task<HandingAnswer> AttemptAsync(Application application, NoticeDelivery delivery, DeliveryState.Handing handing, CancellationToken cancellationToken)
    {
        if (handing.AsksFirst && await gateway.AskAsync(delivery.MessageId(application.Id), cancellationToken) is { } known)
            return known;
        return application.Form.Guardian.Phone is { } phone
            ? await gateway.HandAsync(MessageOf(application.Id, delivery, phone), cancellationToken)
            : new HandingAnswer.Refused();
    }

    private NoticeMessage MessageOf(ApplicationId id, NoticeDelivery delivery, string phone)
    {
        var language = options.Value.Language is NoticeLanguage.English ? RequestLanguage.English : RequestLanguage.Chinese;
        return new NoticeMessage(delivery.MessageId(id), delivery.Channel.ToString(), phone, delivery.Notice.Kind.ToString(), language.Name, NoticeText.Of(id, delivery.Notice, language));
    }
}
