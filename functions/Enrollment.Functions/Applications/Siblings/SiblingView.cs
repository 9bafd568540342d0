using System.Globalization;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Applications.Siblings;

/// <summary>What a parent sees of the brothers and sisters who apply in the same year, and the wish stated for this application, if one is.</summary>
internal sealed record SiblingsView(IReadOnlyList<SiblingView> Linked, string? Wish, string WishText)
{
    public static SiblingsView Of(IReadOnlyList<SiblingView> linked, SiblingWish? wish, CultureInfo language) =>
        new(linked, wish?.ToString(), Texts.Get($"SiblingWish.{wish?.ToString() ?? "Unstated"}", language));
}

/// <summary>A brother's or sister's application; its number only where the caller is its applicant and may read it.</summary>
internal sealed record SiblingView(string Kind, string Text, string? Application);
