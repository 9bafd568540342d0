using System.Globalization;
using Enrollment.Domain.Notices;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Notices;

/// <summary>What a parent reads: the application's number and a day, never anybody's name, number or address. Whoever picks up the phone learns nothing else.</summary>
internal static class NoticeText
{
    public static string Of(ApplicationId id, Notice notice, CultureInfo language) =>
        notice.LastDay is { } day ? Texts.Get($"Notice.{notice.Kind}", language, id.Value, day) : Texts.Get($"Notice.{notice.Kind}", language, id.Value);
}
