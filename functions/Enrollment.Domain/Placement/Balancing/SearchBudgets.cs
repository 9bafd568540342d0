namespace Enrollment.Domain.Placement.Balancing;

/// <summary>How much work a list of so many pupils is worth: on two cores under a second for a school, ten for a city (docs/adr/0010).</summary>
public static class SearchBudgets
{
    /// <summary>The budget a new list gets; it stands in the list, so an old record keeps its own.</summary>
    public static SearchBudget For(int pupils) => pupils switch
    {
        // A few classes of one room: many short starts find what no longer one does.
        <= 60 => new SearchBudget(Starts: 64, Epochs: 60, Kicks: 20),
        <= 400 => new SearchBudget(Starts: 2, Epochs: 900, Kicks: 50),
        <= 3_000 => new SearchBudget(Starts: 1, Epochs: 1500, Kicks: 50),
        <= 30_000 => new SearchBudget(Starts: 1, Epochs: 1000, Kicks: 20),
        _ => new SearchBudget(Starts: 1, Epochs: 300, Kicks: 8),
    };
}
