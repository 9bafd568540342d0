using System.CommandLine;
using System.Globalization;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Cli.Placement;

/// <summary>What <c>enroll place</c> can be told.</summary>
internal sealed class PlaceOptions(Texts texts)
{
    public Argument<FileInfo> Roster { get; } = new("ROSTER") { Description = texts["Argument_Roster"] };

    public Option<int> Classes { get; } = Number("--classes", texts["Option_Classes"], usual: 0, least: 1, PlacementOptions.MostClasses, texts);

    public Option<int> Capacity { get; } = Number("--capacity", texts["Option_Capacity"], usual: 50, least: 1, PlacementOptions.MostSeats, texts);

    public Option<FileInfo?> Teams { get; } = new("--teams") { Description = texts["Option_Teams"] };

    public Option<PlacementMode> Mode { get; } = new("--mode") { Description = texts["Option_Mode"], DefaultValueFactory = _ => PlacementMode.Lot };

    public Option<SpreadBy[]> Spread { get; } = new("--spread") { Description = texts["Option_Spread"], AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    public Option<WeightProfile> Profile { get; } = new("--profile") { Description = texts["Option_Profile"], DefaultValueFactory = _ => WeightProfile.MeansFirst };

    public Option<int> Cap { get; } = Number("--special-needs-cap", texts["Option_Cap"], usual: 2, least: 0, PlacementOptions.HighestCap, texts);

    public Option<int> Relief { get; } = Number("--relief", texts["Option_Relief"], usual: 0, least: 0, PlacementOptions.MostRelief, texts);

    public Option<bool> NamesTogether { get; } = new("--names-may-meet") { Description = texts["Option_Names"] };

    public Option<bool> Advise { get; } = new("--advise") { Description = texts["Option_Advise"] };

    public Option<FileInfo> SeedFile { get; } = new("--seed-file") { Description = texts["Argument_SeedFile"], Required = true };

    public Option<DirectoryInfo> Out { get; } = new("--out") { Description = texts["Option_Out"], Required = true };

    public Option<string> School { get; } = new("--school") { Description = texts["Option_School"], DefaultValueFactory = _ => "school" };

    public Option<int> Year { get; } = new("--year") { Description = texts["Option_Year"], DefaultValueFactory = _ => 2026 };

    public Option<string> Run { get; } = new("--run") { Description = texts["Option_Run"], DefaultValueFactory = _ => "offline" };

    public IEnumerable<Symbol> All => [Roster, Classes, Capacity, Teams, Mode, Spread, Profile, Cap, Relief, NamesTogether, Advise, SeedFile, Out, School, Year, Run];

    public PlacementOptions PlacementOf(ParseResult parsed) => new()
    {
        Mode = parsed.GetValue(Mode),
        Spread = parsed.GetValue(Spread) ?? [],
        Profile = parsed.GetValue(Profile),
        SpecialNeedsCap = parsed.GetValue(Cap),
        Relief = parsed.GetValue(Relief),
        NamesApart = !parsed.GetValue(NamesTogether),
    };

    public PlacementName NameOf(ParseResult parsed) => new(parsed.GetValue(School)!, parsed.GetValue(Year), parsed.GetValue(Run)!);

    /// <summary>The service takes no other numbers, so a rehearsal does not either.</summary>
    private static Option<int> Number(string name, string description, int usual, int least, int most, Texts texts)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && (number < least || number > most))
                result.AddError(texts.Format("NumberRange", string.Create(CultureInfo.InvariantCulture, $"{name} {least}-{most}")));
        });
        return option;
    }
}
